using System.CommandLine;

namespace Hale.Cli.Commands;

/// <summary>The services that a command is about.</summary>
internal static class ServiceArgument
{
    public static Argument<string[]> Of(string description)
    {
        var services = new Argument<string[]>("service") { Description = description, Arity = ArgumentArity.ZeroOrMore, HelpName = "SERVICE" };

        // An unknown option is no option to the parser, so that it would come here as the name of a service.
        services.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
            {
                result.AddError(Usage.UnknownOption(token.Value, result.Parent as System.CommandLine.Parsing.CommandResult));
            }
        });
        return services;
    }
}
