using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FamilyReunite.Data.Postgres.Migrations
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
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Basis_ModelVersion",
                table: "Decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Basis_Probability",
                table: "Decisions",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "Basis_Score",
                table: "Decisions",
                type: "double precision",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "LearntModels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CardJson = table.Column<string>(type: "text", nullable: false),
                    WeightsJson = table.Column<string>(type: "text", nullable: false),
                    Model = table.Column<byte[]>(type: "bytea", nullable: false),
                    TrialJson = table.Column<string>(type: "text", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true)
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
