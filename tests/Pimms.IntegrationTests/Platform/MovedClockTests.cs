namespace Pimms.IntegrationTests;

/// <summary>On it hang the tests whose days pass by.</summary>
public sealed class MovedClockTests
{
    private readonly MovedClock clock = new();
    private int rung;

    [Fact]
    public void Stands_until_it_is_moved_and_never_goes_back()
    {
        var then = clock.GetUtcNow();
        var mark = clock.GetTimestamp();
        clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(then.AddDays(400), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromDays(400), clock.GetElapsedTime(mark));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.MoveTo(then));
    }

    [Fact]
    public void Rings_once_for_a_move_however_far_and_again_a_period_later()
    {
        using var timer = Timer(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(15));
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal(0, rung);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, rung);
        clock.Advance(TimeSpan.FromSeconds(14));
        Assert.Equal(1, rung);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, rung);
    }

    [Fact]
    public void Rings_at_once_when_due_at_once_and_then_as_any_other()
    {
        using var timer = Timer(TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.Equal(1, rung);
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(2, rung);
    }

    [Fact]
    public void Rings_no_more_what_rings_once_was_stopped_or_is_gone()
    {
        using var once = Timer(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        using var stopped = Timer(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2));
        Timer(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)).Dispose();
        clock.Advance(TimeSpan.FromSeconds(1));
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, rung);
    }

    [Fact]
    public async Task Lets_what_waits_for_it_go_on()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), clock);
        using var limit = new CancellationTokenSource(TimeSpan.FromHours(2), clock);
        clock.Advance(TimeSpan.FromHours(1));
        await delay;
        Assert.False(limit.IsCancellationRequested);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(limit.IsCancellationRequested);
    }

    private ITimer Timer(TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(_ => rung++, null, dueTime, period);
}
