using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Keeps the Data Protection keys in the database, so that every host reads every host's cookies. Its interface is synchronous.</summary>
internal sealed class ProtectionKeys(NpgsqlDataSource source) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = OpenAsWorker();
        using var command = new NpgsqlCommand("select xml from platform.protection_keys order by name", connection);
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read())
            keys.Add(XElement.Parse(rows.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = OpenAsWorker();
        using var command = new NpgsqlCommand("insert into platform.protection_keys values ($1, $2)", connection);
        command.Parameters.AddWithValue(friendlyName);
        command.Parameters.AddWithValue(element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }

    private NpgsqlConnection OpenAsWorker()
    {
        var connection = source.OpenConnection();
        // Reset when the connection goes back to the pool.
        using var become = new NpgsqlCommand($"set role {DatabaseRoles.Worker}", connection);
        become.ExecuteNonQuery();
        return connection;
    }
}
