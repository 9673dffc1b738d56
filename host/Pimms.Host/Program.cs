using Pimms.Host;

var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
var app = builder.Build();

switch (args)
{
    case ["migrate", ..]:
        await PrepareDatabase.Migrate(app.Services, app.Configuration, CancellationToken.None);
        return 0;
    case ["invite-administrator", var email, var givenName, var familyName, ..]:
        return await InviteAdministrator.Run(app.Services, email, givenName, familyName, CancellationToken.None);
    case ["verify-journal", ..]:
        return await VerifyJournal.Run(app.Services, CancellationToken.None);
}

await app.MakeReady(CancellationToken.None);
await app.RunAsync();
return 0;
