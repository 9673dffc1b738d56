using RabbitMQ.Client;

namespace Pimms.IntegrationTests;

/// <summary>The host is killed again and again while referrals are sent: what was accepted arrives, once. Alone, for it needs the machine.</summary>
[CollectionDefinition(nameof(NothingLostTests), DisableParallelization = true)]
[Collection(nameof(NothingLostTests))]
public sealed class NothingLostTests(ITestOutputHelper output)
{
    private const string Queue = "users.notify-of-referral";

    /// <summary>How long it is killed; <c>tests/soak</c> asks for more.</summary>
    private static TimeSpan Duration => TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("PIMMS_TEST_CHAOS_SECONDS"), out var seconds) ? seconds : 20);

    [Fact]
    public Task Accepted_is_delivered_once_with_the_transport_in_memory() => Survive();

    [Fact]
    public async Task Accepted_is_delivered_once_with_rabbitmq_and_its_queues_are_quorum_queues()
    {
        var broker = Environment.GetEnvironmentVariable("PIMMS_TEST_RABBITMQ");
        Assert.SkipWhen(broker is null, "PIMMS_TEST_RABBITMQ is not set: tests/run starts a broker and sets it.");

        await Ask(broker!, async channel => await channel.QueueDeleteAsync(Queue, ifUnused: false, ifEmpty: false));
        await Survive(("RabbitMq__Host", broker!));
        // Declaring it again is refused unless it is of the same kind.
        await Ask(broker!, async channel => await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }));
        await Assert.ThrowsAsync<RabbitMQ.Client.Exceptions.OperationInterruptedException>(() =>
            Ask(broker!, async channel => await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "classic" })));
    }

    private async Task Survive(params (string, string)[] settings)
    {
        await using var mortal = await MortalHost.Start(settings);
        var desk = await SendingDesk.Open(mortal);
        using var closing = new CancellationTokenSource();
        var senders = Enumerable.Range(0, 3).Select(_ => Task.Run(() => desk.SendReferrals(closing.Token))).ToArray();

        // Always the same instants, as far as the machine lets them be: a failure can be looked for again.
        var random = new Random(20261123);
        var until = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(until) < Duration || mortal.Deaths < 3)
        {
            await desk.Accepts(2);
            await Task.Delay(random.Next(0, 300), TestContext.Current.CancellationToken);
            await mortal.KillAndStartAgain();
        }
        await desk.Accepts(2);
        await closing.CancelAsync();
        await Task.WhenAll(senders);

        await mortal.Settled();
        output.WriteLine($"{mortal.Deaths} kills, {desk.Sent.Count} referrals accepted, {desk.Retries} requests repeated");
        await Aftermath.Check(mortal, desk);
    }

    private static async Task Ask(string broker, Func<IChannel, Task> question)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await question(channel);
    }
}
