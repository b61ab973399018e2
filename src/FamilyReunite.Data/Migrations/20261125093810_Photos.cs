using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FamilyReunite.Data.Migrations
{
    /// <inheritdoc />
    public partial class Photos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CosineHash",
                table: "Attachments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "TakenAt",
                table: "Attachments",
                type: "TEXT",
                maxLength: 19,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "TakenLatitude",
                table: "Attachments",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "TakenLongitude",
                table: "Attachments",
                type: "REAL",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CosineHash",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "TakenLatitude",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "TakenLongitude",
                table: "Attachments");
        }
    }
}
