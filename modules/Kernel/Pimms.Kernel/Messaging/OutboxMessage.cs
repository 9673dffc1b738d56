using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Pimms.Kernel;

/// <summary>An integration event that waits in its module's outbox until every reaction it is meant for has recorded it.</summary>
internal sealed class OutboxMessage(string name, string body, DateTimeOffset createdAt)
{
    /// <summary>Also the message's id on the bus and in every inbox.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Name { get; private init; } = name;

    public string Body { get; private init; } = body;

    public DateTimeOffset CreatedAt { get; private init; } = createdAt;

    public int Attempts { get; private init; }

    public DateTimeOffset NextTryAt { get; private init; } = createdAt;

    public DateTimeOffset? SettledAt { get; private init; }

    /// <summary>Set when it is given up: it stays, is shown on the health page and can be replayed.</summary>
    public DateTimeOffset? DeadAt { get; private init; }

    public string? Error { get; private init; }
}

/// <summary>That a reaction has done its work for a message; written in the transaction of its effects.</summary>
internal sealed class InboxMessage
{
    public Guid MessageId { get; private init; }

    public string Reaction { get; private init; } = "";

    public DateTimeOffset ReceivedAt { get; private init; }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(message => message.Body).HasColumnType("jsonb");
        builder.HasIndex(message => message.NextTryAt).HasFilter("settled_at is null and dead_at is null");
    }
}

internal sealed class InboxMessageConfiguration : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("inbox");
        builder.HasKey(message => new { message.MessageId, message.Reaction });
        builder.HasIndex(message => message.ReceivedAt);
    }
}
