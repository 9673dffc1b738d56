using Microsoft.Extensions.Logging;

namespace Pimms.Kernel;

/// <summary>Asks ClamAV, where it is configured.</summary>
public sealed class VirusScanner(DocumentSettings settings, TimeProvider clock, ILogger<VirusScanner> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Whether there is anybody to ask.</summary>
    public bool IsConfigured => settings.ClamAvHost is not null;

    /// <summary>What the scanner says of a content. A scanner that does not answer is no error: the file waits.</summary>
    public async Task<ScanAnswer> Scan(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        if (settings.ClamAvHost is not { } host)
            return ScanAnswer.NoScanner;
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            var answer = await ClamAv.Ask(host, settings.ClamAvPort, content, either.Token);
            if (answer.EndsWith(" OK", StringComparison.Ordinal))
                return ScanAnswer.Clean;
            if (answer.EndsWith(" FOUND", StringComparison.Ordinal))
                return ScanAnswer.Infected;
            logger.LogWarning("ClamAV could not scan a file: {Answer}", answer);
        }
        catch (Exception failure) when (failure is IOException or System.Net.Sockets.SocketException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            logger.LogWarning("ClamAV does not answer at {Host}: {Failure}", host, failure.Message);
        }
        return ScanAnswer.NoAnswer;
    }
}

/// <summary>What became of a scan.</summary>
public enum ScanAnswer
{
    /// <summary>Nothing known was found.</summary>
    Clean,

    /// <summary>Something known was found.</summary>
    Infected,

    /// <summary>The scanner is down, or could not scan this one.</summary>
    NoAnswer,

    /// <summary>None is configured.</summary>
    NoScanner,
}
