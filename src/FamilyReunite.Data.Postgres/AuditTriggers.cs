namespace FamilyReunite.Data.Postgres;

/// <summary>Refuse UPDATE, DELETE and TRUNCATE on audit rows. A migration that is generated anew calls <see cref="Create"/> at the end of Up and <see cref="Drop"/> at the end of Down.</summary>
internal static class AuditTriggers
{
    public const string Create = """
        CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit rows are final'; END $$;
        CREATE TRIGGER audit_final BEFORE UPDATE OR DELETE ON "AuditEntries" FOR EACH ROW EXECUTE FUNCTION audit_refuse();
        CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "AuditEntries" FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
        """;

    public const string Drop = "DROP FUNCTION audit_refuse();";
}
