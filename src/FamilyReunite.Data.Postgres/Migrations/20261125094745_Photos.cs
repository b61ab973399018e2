using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FamilyReunite.Data.Postgres.Migrations
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
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "TakenAt",
                table: "Attachments",
                type: "character varying(19)",
                maxLength: 19,
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "TakenLatitude",
                table: "Attachments",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "TakenLongitude",
                table: "Attachments",
                type: "double precision",
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
