using Xunit.Sdk;

namespace Hale.EndToEnd.Tests.Harness;

/// <summary>One obligation ("X must Y") as steps that each name a behaviour; a failure says which step broke it.</summary>
internal sealed class Scenario(string obligation)
{
    private readonly List<(string Behaviour, Func<Task> Check)> _steps = [];

    public Scenario Then(string behaviour, Func<Task> check)
    {
        _steps.Add((behaviour, check));
        return this;
    }

    public async Task PlayAsync()
    {
        foreach (var (behaviour, check) in _steps)
        {
            try
            {
                await check();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw new XunitException($"{obligation}; at the step '{behaviour}': {failure.Message}", failure);
            }
        }
    }
}
