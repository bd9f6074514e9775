using Hale.Kernel.Faults;

namespace Hale.Faults.Env;

/// <summary>The password in an address holds a character that ends it.</summary>
public sealed class EnvUrlUnescaped : Fault
{
    public override string Id => "env-url-unescaped";

    public override string Title => "The password in an address holds a character that ends it";

    public override Needs Needs => Needs.EnvFiles;

    public override string Page => """
        An address such as `postgres://user:password@host/name` in an environment file has a password with an `@`, `/`, `#` or `?` in it. Programs read
        another host or another password than was meant.

        ## What we look at
        Whether the addresses in the environment files can be read in only one way. The values themselves are kept nowhere.

        ## Why it happens
        A generated password was pasted into an address as it is.

        ## What mends it
        The character is written with its code: `%40` for `@`, `%2F` for `/`, `%23` for `#`, `%3F` for `?`, `%3A` for `:`.

        ## When it is not this
        A password that holds a `$` is `env-dollar-eaten`.
        """;

    public override Diagnosis Detect(Evidence evidence)
    {
        if (!evidence.EnvFiles.Has(out var env))
        {
            return Diagnosis.CannotTell(evidence.EnvFiles.Unknown);
        }

        return Diagnosis.Present(
        [
            .. from file in env.Files
               from key in file.Keys
               where key.IsBrokenAddress
               select new Finding(Id, $"{file.Path}:{key.Name}", $"the address {key.Name} in {file.Path} has a password with a character that ends it")
               {
                   OnlyWarns = true,
                   Facts = new Dictionary<string, string> { ["name"] = key.Name, ["file"] = file.Path },
               },
        ]);
    }

    public override Remedy Mend(Finding finding) => Remedy.ByHand("python3 -c 'import getpass, urllib.parse; print(urllib.parse.quote(getpass.getpass(), safe=\"\"))'", $"put the result in place of the password of {finding.Facts["name"]} in {finding.Facts["file"]}");
}
