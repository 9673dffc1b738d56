namespace Pimms.IntegrationTests;

/// <summary>
/// A clock that stands until a test moves it. Whatever waits on it wakes once for a move, however far, as it would after a machine has
/// slept. (FakeTimeProvider lets a timer ring for every period in between: with a schedule of a quarter of a minute, 5,760 times a day.)
/// </summary>
public sealed class MovedClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Advance(TimeSpan span) => MoveTo(GetUtcNow() + span);

    public void MoveTo(DateTimeOffset then)
    {
        List<Alarm> due;
        lock (gate)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(then, now);
            now = then;
            due = [.. alarms.Where(alarm => alarm.At <= now).OrderBy(alarm => alarm.At)];
            due.ForEach(alarm => alarm.Set(alarm.Period));
        }
        due.ForEach(alarm => alarm.Ring());
    }

    private sealed class Alarm(MovedClock clock, Action ring) : ITimer
    {
        public DateTimeOffset At { get; private set; } = DateTimeOffset.MaxValue;

        public TimeSpan Period { get; private set; }

        public Action Ring => ring;

        /// <summary>To ring after so long; never, when that is nothing or infinite.</summary>
        public void Set(TimeSpan wait) => At = wait > TimeSpan.Zero ? clock.now + wait : DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                Period = period;
                Set(dueTime == TimeSpan.Zero ? period : dueTime);
                clock.alarms.Remove(this);
                clock.alarms.Add(this);
            }
            if (dueTime == TimeSpan.Zero)
                ring();
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate)
                clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
