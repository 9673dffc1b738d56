using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pimms.Kernel;

/// <summary>Runs one reaction for one message: the inbox row, the effects and the commit are one transaction, so twice is once.</summary>
internal sealed class ReactionConsumer<TReaction, TEvent>(
    IServiceProvider services, ReactionRegistrations registrations, DatabaseSession session, Caller caller, Journal journal, TimeProvider clock, OutboxSignal signal, OutboxState outbox) : IConsumer<EventEnvelope>
    where TEvent : class where TReaction : class, IReaction<TEvent>
{
    public async Task Consume(ConsumeContext<EventEnvelope> context)
    {
        var registration = registrations.Of(typeof(TReaction), typeof(TEvent));
        if (context.Message.Name != registrations.NameOf(typeof(TEvent)))
            return;

        caller.User = CurrentUser.System(registration.Name);
        journal.Act = registration.Name;
        try
        {
            await ReactOnce(registration, context.Message, context.CancellationToken);
        }
        catch (Exception failure) when (!context.CancellationToken.IsCancellationRequested)
        {
            // The kind of failure alone: its words may repeat what somebody wrote.
            await outbox.Failed(context.Message.Id, $"{registration.Name}: {failure.GetType().Name}", context.CancellationToken);
            throw;
        }
        signal.Wake();
    }

    private async Task ReactOnce(ReactionRegistration registration, EventEnvelope message, CancellationToken ct)
    {
        await using var work = await session.Begin(caller.User, ct);
        if (!await Record(registration, message.Id, ct))
            return;
        // Made only now: what it is made of asks who is calling.
        var reaction = services.GetRequiredService<TReaction>();
        await reaction.React(JsonSerializer.Deserialize<TEvent>(message.Body, IntegrationEvents.Json)!, ct);
        await work.Commit(ct);
    }

    private async Task<bool> Record(ReactionRegistration registration, Guid message, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            $"insert into {registration.Schema}.inbox (message_id, reaction, received_at) values ($1, $2, $3) on conflict do nothing", await session.Start(ct));
        command.Parameters.AddWithValue(message);
        command.Parameters.AddWithValue(registration.Name);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }
}

/// <summary>Finds a reaction's registration again from its types.</summary>
internal sealed class ReactionRegistrations(IEnumerable<ReactionRegistration> all, IntegrationEvents names)
{
    public ReactionRegistration Of(Type reaction, Type happened) => all.Single(one => one.Reaction == reaction && one.Event == happened);

    public string NameOf(Type happened) => names.Of(happened);
}
