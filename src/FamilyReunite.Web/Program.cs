using FamilyReunite.Web;

return await ReuniteWeb.RunAsync(args);
