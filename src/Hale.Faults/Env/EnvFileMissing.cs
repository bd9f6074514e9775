using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

namespace Hale.Faults.Env;

/// <summary>A file that <c>env_file</c> names is not there.</summary>
public sealed partial class EnvFileMissing : RefusalFault
{
    public override string Id => "env-file-missing";

    public override string Title => "A file that env_file names is not there";

    public override string Page => """
        A service reads its settings from a file that is not in the checkout, and no template of it is either. Compose refuses the whole
        project for it, also where that service is not asked for.

        ## What we look at
        Compose's refusal (exit code 14), which names the file, and the line of the Compose file that names it.

        ## Why it happens
        The file holds what differs between machines, so Git ignores it; or it was moved or renamed.

        ## What mends it
        You make the file with the variables that the service needs, or mark it as one that may be missing. Hale makes it only from a
        template that lies beside it, which is `env-dotenv-missing`.

        ## When it is not this
        A missing `.env` that no service names is no refusal: Compose then only warns of each variable, which is `env-unset-blank`.
        """;

    private protected override Regex Message => Said();

    private protected override Refused? Read(Match message, ComposeRefusal refusal, Evidence evidence)
    {
        var file = message.Groups["file"].Value;
        var name = file[(file.LastIndexOf('/') + 1)..];
        return new($"the environment file {file} is not there{(refusal.File is { } named && named != file ? $"; {Place(refusal)} names it" : "")}",
            $"make {file} with the variables that the service needs, one NAME=VALUE a line",
            $"or, when it may be missing, write in the Compose file: env_file: [{{path: {name}, required: false}}]");
    }

    // env file /src/app.env not found: stat /src/app.env: no such file or directory
    [GeneratedRegex("""env file (?<file>/.+?) not found""")]
    private static partial Regex Said();
}
