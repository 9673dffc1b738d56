using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Keeps the Data Protection keys in the database, so that every host reads every host's cookies. Its interface is synchronous.</summary>
internal sealed class ProtectionKeys(NpgsqlDataSource beside) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var batch = beside.AsWorker($"select xml from platform.protection_keys order by name");
        return batch.Read(rows =>
        {
            var keys = new List<XElement>();
            while (rows.Read())
                keys.Add(XElement.Parse(rows.GetString(0)));
            return keys;
        });
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var batch = beside.AsWorker($"insert into platform.protection_keys values ({friendlyName}, {element.ToString(SaveOptions.DisableFormatting)}) on conflict do nothing");
        batch.Read(rows => rows.RecordsAffected);
    }
}
