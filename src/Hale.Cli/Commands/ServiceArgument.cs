using System.CommandLine;

namespace Hale.Cli.Commands;

/// <summary>The services that a command is about.</summary>
internal static class ServiceArgument
{
    public static Argument<string[]> Of(string description)
    {
        var services = new Argument<string[]>("service") { Description = description, Arity = ArgumentArity.ZeroOrMore, HelpName = "SERVICE" };
        RefuseOptions(services);
        return services;
    }

    /// <summary>One service that may be left out.</summary>
    public static Argument<string?> One(string description)
    {
        var service = new Argument<string?>("service") { Description = description, Arity = ArgumentArity.ZeroOrOne, HelpName = "SERVICE" };
        RefuseOptions(service);
        return service;
    }

    // An unknown option is no option to the parser, so that it would come here as the name of a service.
    private static void RefuseOptions(Argument services) => services.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
        {
            result.AddError(Usage.UnknownOption(token.Value, result.Parent as System.CommandLine.Parsing.CommandResult));
        }
    });
}
