using Hale.Kernel.Faults;

namespace Hale.Faults.Tests;

/// <summary>What looks alike is told apart.</summary>
public sealed class LookAlikeTests
{
    // The pairs that were found in the field; more is better, and none may get lost.
    private const int Fewest = 60;

    public static TheoryData<int> Numbers => [.. LookAlike.All.Select(pair => pair.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Both_sides_show_the_same_and_each_is_told_as_what_it_is(int number)
    {
        var pair = LookAlike.All.Single(one => one.Number == number);

        Assert.Matches(pair.Shared, pair.One.Text);
        Assert.Matches(pair.Shared, pair.Other.Text);
        Assert.NotEqual(pair.One.Fault, pair.Other.Fault);
        IsTold(pair.One, pair.Other.Fault);
        IsTold(pair.Other, pair.One.Fault);
    }

    [Fact]
    public void At_least_sixty_pairs_are_held() => Assert.InRange(LookAlike.All.Count, Fewest, int.MaxValue);

    private static void IsTold(LookAlikeSide side, string other)
    {
        if (side.IsFault)
        {
            Assert.IsType<Diagnosis.Seen>(side.Says(side.Fault));
        }

        if (other != "-")
        {
            Assert.IsNotType<Diagnosis.Seen>(side.Says(other));
        }
    }
}
