using System.Diagnostics;

namespace Hale.EndToEnd.Tests.Harness;

/// <summary>Waits until something is so.</summary>
internal static class Until
{
    public static async Task SoAsync(string what, Func<Task<bool>> isSo, TimeSpan? longest = null)
    {
        var patience = longest ?? TimeSpan.FromSeconds(30);
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < patience, $"not so within {patience.TotalSeconds} s: {what}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
