using Pimms.Host;
using Pimms.Kernel;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
var app = builder.Build();

switch (args)
{
    case ["migrate", ..]:
        await PrepareDatabase.Migrate(app.Services, app.Configuration, CancellationToken.None);
        return 0;
    case ["verify-journal", ..]:
        return await VerifyJournal.Run(app.Services, CancellationToken.None);
}

await PrepareDatabase.Check(app, CancellationToken.None);
if (app.Environment.IsDevelopment())
    await PrepareDatabase.Seed(app.Services, CancellationToken.None);
app.UsePlatform();
await app.RunAsync();
return 0;
