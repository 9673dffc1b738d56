using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Pimms.Kernel;

/// <summary>The stable names of integration events: a class may be renamed, a message that waits in a queue may not.</summary>
public sealed class IntegrationEvents(IEnumerable<PublishedEvent> published, IEnumerable<ReactionRegistration> reactions)
{
    private readonly FrozenDictionary<Type, string> names = published.ToFrozenDictionary(one => one.Type, one => one.Name);
    private readonly ILookup<Type, ReactionRegistration> reactions = reactions.ToLookup(one => one.Event);
    private readonly FrozenDictionary<string, Type> types = published.ToFrozenDictionary(one => one.Name, one => one.Type);

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The name an event is sent under.</summary>
    /// <exception cref="KeyNotFoundException">No module publishes it: see <see cref="ReactionExtensions.Publishes{TEvent}"/>.</exception>
    public string Of(Type type) => names[type];

    internal IEnumerable<ReactionRegistration> ReactionsTo(string name) => types.TryGetValue(name, out var type) ? reactions[type] : [];
}

/// <summary>An event a module publishes, and its stable name (<c>referrals.referral-sent</c>).</summary>
public sealed record PublishedEvent(Type Type, string Name);

/// <summary>A reaction of a module to an event, and its stable name (<c>users.notify-of-referral</c>): its queue and its inbox key.</summary>
public sealed record ReactionRegistration(Type Event, Type Reaction, string Schema, string Name)
{
    internal Type Consumer => typeof(ReactionConsumer<,>).MakeGenericType(Reaction, Event);
}

/// <summary>What a module does when something happened in another; a slice like any other.</summary>
/// <typeparam name="TEvent">A record of the other module's Contracts.</typeparam>
public interface IReaction<in TEvent> where TEvent : class
{
    /// <summary>Does it, within a transaction that also records the message: it happens once, however often the message arrives. Save; do not commit.</summary>
    Task React(TEvent happened, CancellationToken ct);
}

/// <summary>Declares what a module publishes and reacts to.</summary>
public static class ReactionExtensions
{
    /// <summary>The module publishes this event under a stable name.</summary>
    public static void Publishes<TEvent>(this ModuleBuilder builder, string name) where TEvent : class =>
        builder.Services.AddSingleton(new PublishedEvent(typeof(TEvent), name));

    /// <summary>The module reacts to this event; the name is its queue and never changes.</summary>
    public static void Reacts<TEvent, TReaction>(this ModuleBuilder builder, string name) where TEvent : class where TReaction : class, IReaction<TEvent>
    {
        builder.Services.AddScoped<TReaction>();
        builder.Services.AddSingleton(new ReactionRegistration(typeof(TEvent), typeof(TReaction), builder.Module.Name, name));
    }
}

/// <summary>How every integration event travels. One message type with a name of its own keeps class names off the wire.</summary>
[MessageUrn("pimms:event")]
[EntityName("pimms.events")]
public sealed record EventEnvelope(Guid Id, string Name, string Body);
