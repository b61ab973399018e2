using FamilyReunite.Data;
using FamilyReunite.Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddReuniteData(Path.GetFullPath(builder.Configuration["data"] ?? "data", builder.Environment.ContentRootPath));
var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
    await DatabaseStartup.PrepareAsync(scope.ServiceProvider.GetRequiredService<ReuniteDb>(), app.Lifetime.ApplicationStopping);
app.MapGet("/healthz", Health.CheckAsync);
await app.RunAsync();
