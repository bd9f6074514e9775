using Hale.Cli.Output;
using Hale.Kernel.Faults;

namespace Hale.Cli.Shows;

/// <summary>
/// Asks the person at the terminal, once an act, with "no" for an answer that is not "yes". Nobody there means no; <c>--yes</c>
/// means yes for what changes the machine or a file; what could lose data is allowed for a volume or a database that was named, and for no other.
/// </summary>
internal sealed class ConsolePrompt(Page page, bool yes, Func<CancellationToken, Task<string?>>? readLine, Func<IDisposable> hold) : IConsent
{
    private readonly Dictionary<Act, bool> _answers = [];

    public IReadOnlyList<string> Expendable { get; init; } = [];

    public async Task<bool> AllowsAsync(Act act, CancellationToken stop)
    {
        if (act.Risk is Risk.Data)
        {
            return act.IsNamedBy(Expendable);
        }

        if (act.Risk is Risk.Safe || yes)
        {
            return true;
        }

        if (readLine is null)
        {
            return false;
        }

        if (!_answers.TryGetValue(act, out var answer))
        {
            using var still = hold();
            answer = await AskAsync(act, readLine, stop).ConfigureAwait(false);
            _answers[act] = answer;
        }

        return answer;
    }

    private async Task<bool> AskAsync(Act act, Func<CancellationToken, Task<string?>> read, CancellationToken stop)
    {
        page.Gap();
        page.Say($"Hale would {act.Says}", 0, page.Paint.Strong);
        page.Say($"why: {act.Because}", 1);
        page.Say($"risk: {Touches(act.Risk)}", 1);
        page.Say("go ahead? [y/N]", 0, page.Paint.Strong);
        page.Flush();
        var answer = await read(stop).ConfigureAwait(false);
        return answer?.Trim() is "y" or "Y" or "yes" or "Yes" or "YES";
    }

    private static string Touches(Risk risk) => risk is Risk.System
        ? "it changes this machine; it is written to the journal with how to undo it"
        : "it changes a file of yours; the original is kept first";
}
