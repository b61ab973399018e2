using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FamilyReunite.Data.Migrations
{
    /// <inheritdoc />
    public partial class CandidateIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CandidateMatches_ReportId",
                table: "CandidateMatches");

            migrationBuilder.CreateIndex(
                name: "IX_CandidateMatches_PersonId_State_Probability",
                table: "CandidateMatches",
                columns: new[] { "PersonId", "State", "Probability" });

            migrationBuilder.CreateIndex(
                name: "IX_CandidateMatches_ReportId_State",
                table: "CandidateMatches",
                columns: new[] { "ReportId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CandidateMatches_PersonId_State_Probability",
                table: "CandidateMatches");

            migrationBuilder.DropIndex(
                name: "IX_CandidateMatches_ReportId_State",
                table: "CandidateMatches");

            migrationBuilder.CreateIndex(
                name: "IX_CandidateMatches_ReportId",
                table: "CandidateMatches",
                column: "ReportId");
        }
    }
}
