using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FamilyReunite.Data.Migrations
{
    /// <inheritdoc />
    public partial class Pictures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Region",
                table: "Facts",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PictureBandA",
                table: "Attachments",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "(\"PerceptualHash\" >> 48) & 65535");

            migrationBuilder.AddColumn<long>(
                name: "PictureBandB",
                table: "Attachments",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "(\"PerceptualHash\" >> 32) & 65535");

            migrationBuilder.AddColumn<long>(
                name: "PictureBandC",
                table: "Attachments",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "(\"PerceptualHash\" >> 16) & 65535");

            migrationBuilder.AddColumn<long>(
                name: "PictureBandD",
                table: "Attachments",
                type: "INTEGER",
                nullable: false,
                computedColumnSql: "(\"PerceptualHash\" >> 0) & 65535");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_PictureBandA_PerceptualHash_CosineHash",
                table: "Attachments",
                columns: new[] { "PictureBandA", "PerceptualHash", "CosineHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_PictureBandB_PerceptualHash_CosineHash",
                table: "Attachments",
                columns: new[] { "PictureBandB", "PerceptualHash", "CosineHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_PictureBandC_PerceptualHash_CosineHash",
                table: "Attachments",
                columns: new[] { "PictureBandC", "PerceptualHash", "CosineHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_PictureBandD_PerceptualHash_CosineHash",
                table: "Attachments",
                columns: new[] { "PictureBandD", "PerceptualHash", "CosineHash" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Attachments_PictureBandA_PerceptualHash_CosineHash",
                table: "Attachments");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_PictureBandB_PerceptualHash_CosineHash",
                table: "Attachments");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_PictureBandC_PerceptualHash_CosineHash",
                table: "Attachments");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_PictureBandD_PerceptualHash_CosineHash",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "PictureBandA",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "PictureBandB",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "PictureBandC",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "PictureBandD",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "Region",
                table: "Facts");
        }
    }
}
