namespace Hale.Cli.Output;

/// <summary>Shows a run while it goes on.</summary>
internal interface ITeller : IDisposable
{
    /// <summary>Shows what happens until the stage is closed and all of it is shown.</summary>
    Task TellAsync();

    /// <summary>Draws nothing until what it returns is disposed, so that a person can be asked something.</summary>
    IDisposable Hold();
}
