using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FamilyReunite.Data.Migrations
{
    /// <inheritdoc />
    public partial class Learning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Basis_EvidenceJson",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Basis_ModelVersion",
                table: "Decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Basis_Probability",
                table: "Decisions",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Basis_Score",
                table: "Decisions",
                type: "REAL",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LearntModels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CardJson = table.Column<string>(type: "TEXT", nullable: false),
                    WeightsJson = table.Column<string>(type: "TEXT", nullable: false),
                    Model = table.Column<byte[]>(type: "BLOB", nullable: false),
                    TrialJson = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearntModels", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LearntModels_Present",
                table: "LearntModels",
                column: "State",
                unique: true,
                filter: "\"State\" = 'Present'");

            migrationBuilder.CreateIndex(
                name: "IX_LearntModels_Version",
                table: "LearntModels",
                column: "Version",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LearntModels");

            migrationBuilder.DropColumn(
                name: "Basis_EvidenceJson",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Basis_ModelVersion",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Basis_Probability",
                table: "Decisions");

            migrationBuilder.DropColumn(
                name: "Basis_Score",
                table: "Decisions");
        }
    }
}
