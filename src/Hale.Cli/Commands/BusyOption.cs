using System.CommandLine;
using Hale.Cli.Runs;

namespace Hale.Cli.Commands;

/// <summary>What to do when another Hale works on the same project.</summary>
internal static class BusyOption
{
    public static Option<WhenBusy> Make()
    {
        var busy = new Option<WhenBusy>("--if-busy")
        {
            Description = "When another Hale works on this project: wait until it is done, or fail",
            HelpName = "wait|fail",
            CustomParser = result =>
            {
                switch (result.Tokens is [var token, ..] ? token.Value : "")
                {
                    case "wait":
                        return WhenBusy.Wait;
                    case "fail":
                        return WhenBusy.Fail;
                    default:
                        result.AddError("--if-busy takes 'wait' or 'fail'");
                        return WhenBusy.Wait;
                }
            },
        };
        busy.CompletionSources.Add("wait", "fail");
        return busy;
    }
}
