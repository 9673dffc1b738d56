using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>Which rows of which modules hold files.</summary>
public sealed class HeldDocuments(IEnumerable<HeldDocument> all)
{
    private readonly Dictionary<Type, string> names = all.ToDictionary(one => one.Document, one => one.Table);

    /// <summary>The table of the rows.</summary>
    /// <exception cref="InvalidOperationException">The module did not declare it.</exception>
    public string NameOf<TDocument>() => names.TryGetValue(typeof(TDocument), out var table)
        ? table
        : throw new InvalidOperationException($"{typeof(TDocument).Name} is not declared with HoldsDocuments: nobody would scan what waits, or delete what is left over.");
}

/// <summary>One kind of rows that hold files.</summary>
/// <param name="Document">The row's type.</param>
/// <param name="Table">With its schema.</param>
public sealed record HeldDocument(Type Document, string Table)
{
    /// <summary>How far the tidying has come; it begins again at the end.</summary>
    internal Guid TidiedTo { get; set; }
}

/// <summary>Declares rows that hold files.</summary>
public static class HeldDocumentsRegistration
{
    /// <summary>
    /// Rows of a module hold files: what waits in quarantine is scanned again every minute, and contents whose row is gone are deleted.
    /// The file is mapped with <c>builder.ComplexProperty(one =&gt; one.File)</c>.
    /// </summary>
    /// <param name="builder">The module's.</param>
    /// <param name="table">The table of the rows, with its schema.</param>
    public static void HoldsDocuments<TContext, TDocument>(this ModuleBuilder builder, string table) where TContext : ModuleDbContext where TDocument : class, IHoldsDocument
    {
        builder.Services.AddSingleton(new HeldDocument(typeof(TDocument), table));
        builder.Services.AddTransient<IRequestHandler<ScanQuarantined<TDocument>, Result>, ScanQuarantinedHandler<TContext, TDocument>>();
        builder.Services.AddTransient<IRequestHandler<TidyContents<TDocument>, Result>, TidyContentsHandler<TContext, TDocument>>();
        builder.Every(TimeSpan.FromMinutes(1), $"{table}.scan", () => new ScanQuarantined<TDocument>());
        builder.Every(TimeSpan.FromMinutes(30), $"{table}.tidy", () => new TidyContents<TDocument>());
    }
}
