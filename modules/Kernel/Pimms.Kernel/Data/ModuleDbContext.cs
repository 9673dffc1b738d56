using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>
/// A module's own tables, in its own schema, on the scope's one connection. Saving turns what the aggregates said happened into outbox
/// rows and journal entries, in the same transaction.
/// </summary>
public abstract class ModuleDbContext : DbContext
{
    private ModuleDataContext? data;

    /// <summary>Kept in a pool, since to set one up takes longer than what most requests ask of it; see <see cref="ModuleRegistration.AddModuleDbContext{TContext}"/>.</summary>
    protected ModuleDbContext(DbContextOptions options) : base(options)
    {
    }

    /// <summary>The schema's name: the module's.</summary>
    public abstract string Schema { get; }

    private ModuleDataContext Data => data ?? throw new InvalidOperationException("This context serves no scope: it can read and migrate, not save.");

    /// <summary>The scope that it serves; null for one that migrates.</summary>
    internal DatabaseSession? Scope => data?.Session;

    /// <summary>Serves a scope from now on, on that scope's connection.</summary>
    internal void Serve(ModuleDataContext scope)
    {
        data = scope;
        Database.SetDbConnection(scope.Session.Connection);
        // The transaction belongs to the DatabaseSession.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        ChangeTracker.LazyLoadingEnabled = false;
    }

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>The one switch that says which of the module's happenings others may know of; null keeps it inside.</summary>
    protected virtual object? ToIntegrationEvent(object happened) => null;

    /// <summary>What people's requests may do with the module's tables besides reading. What is not said is not granted.</summary>
    protected internal virtual PeoplesRights PeoplesRights { get; } = new();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new InboxMessageConfiguration());
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);

        foreach (var aggregate in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(Aggregate))))
        {
            var entity = modelBuilder.Entity(aggregate.ClrType);
            entity.Property(nameof(Aggregate.Id)).ValueGeneratedNever();
            // An aggregate that counts its own revisions is guarded by these; messages beside it then disturb nobody.
            if (aggregate.GetProperties().Any(property => property.IsConcurrencyToken))
                entity.Ignore(nameof(Aggregate.Version));
            else
                entity.Property(nameof(Aggregate.Version)).IsRowVersion();
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        JournalChanges();
        MoveEventsToOutbox();
        try
        {
            var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (written > 0)
                Data.Session.NoteChange();
            return written;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException or { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } })
        {
            // Somebody changed it meanwhile, or made the same at the same moment. Whoever reads on must see what is kept, not what was refused.
            ChangeTracker.Clear();
            throw new RefusedException(Refusal.Stale);
        }
    }

    private void JournalChanges()
    {
        foreach (var entry in ChangeTracker.Entries<IJournaled>().Where(entry => entry.State is not (EntityState.Unchanged or EntityState.Detached)))
            Data.Journal.Changed(entry.Entity.JournalSubject.Kind, entry.Entity.JournalSubject.Id);
    }

    private void MoveEventsToOutbox()
    {
        foreach (var aggregate in ChangeTracker.Entries<Aggregate>().Select(entry => entry.Entity).ToList())
        {
            foreach (var integrationEvent in aggregate.Events.Select(ToIntegrationEvent).OfType<object>())
            {
                Outbox.Add(new OutboxMessage(Data.Names.Of(integrationEvent.GetType()), JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), IntegrationEvents.Json), Data.Clock.GetUtcNow()));
                Data.Session.WakeDispatcher();
            }
            aggregate.ForgetEvents();
        }
    }
}

/// <summary>What every module's context needs besides its options.</summary>
public sealed record ModuleDataContext(DatabaseSession Session, Journal Journal, IntegrationEvents Names, TimeProvider Clock);
