using Npgsql;

namespace Pimms.Kernel;

/// <content>The connection: taken, found dead, put away.</content>
public sealed partial class DatabaseSession
{
    private async Task Open(CancellationToken ct)
    {
        await seats.Take(ct);
        seated = true;
        try
        {
            await Connection.OpenAsync(ct);
        }
        catch
        {
            await Close();
            throw;
        }
    }

    /// <summary>Another connection for one that had died in the pool. The first to find one dead has emptied the pool of the others.</summary>
    private async Task OpenAnew(CancellationToken ct)
    {
        transaction = null;
        await Connection.CloseAsync();
        await Connection.OpenAsync(ct);
    }

    private async Task StartFor(CurrentUser user, CancellationToken ct)
    {
        transaction = await Connection.BeginTransactionAsync(ct);
        await Say(user, ct);
    }

    private async Task Close()
    {
        try
        {
            await Connection.CloseAsync();
        }
        finally
        {
            if (seated)
                seats.Give();
            seated = false;
        }
    }
}
