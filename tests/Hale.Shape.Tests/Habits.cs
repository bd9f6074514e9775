using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hale.Shape.Tests;

/// <summary>What no code of the program does, or only in the one room that is there for it.</summary>
public sealed class Habits
{
    private static readonly Habit[] Forbidden =
    [
        new("Console", null, "only the Cli prints", source => source.Room == "Hale.Cli"),
        new("DateTime", "Now", "time comes from a TimeProvider"),
        new("DateTime", "UtcNow", "time comes from a TimeProvider"),
        new("DateTimeOffset", "Now", "time comes from a TimeProvider"),
        new("DateTimeOffset", "UtcNow", "time comes from a TimeProvider"),
        new("Thread", "Sleep", "waiting is awaited and can be stopped"),
        new("Environment", "Exit", "only Program ends the process", source => source.Path == "src/Hale.Cli/Program.cs"),
        new("Environment", "FailFast", "only Program ends the process"),
        new("Environment", "StackTrace", "a stack trace helps no user"),
        new("Process", "Start", "only the Machine room starts processes", source => source.Room == "Hale.Machine"),
        new(null, "StackTrace", "a stack trace helps no user"),
    ];

    [Fact]
    public void Nothing_is_done_that_the_list_forbids() => Assert.Empty(BrokenIn(Source.Program));

    [Fact]
    public void No_warning_is_silenced_without_a_reason() => Assert.Empty(SilencedWithoutReason(Source.All));

    [Fact]
    public void Each_forbidden_habit_is_seen()
    {
        var seen = Forbidden.Select(habit => BrokenIn([new("src/Hale.Kernel/A.cs", habit.Sample)]).Count());

        Assert.All(seen, count => Assert.True(count > 0));
    }

    [Fact]
    public void The_room_that_a_thing_belongs_to_may_do_it() =>
        Assert.Empty(BrokenIn(
        [
            new("src/Hale.Cli/A.cs", "class A { void B() => Console.Out.Flush(); }"),
            new("src/Hale.Machine/A.cs", "class A { void B() => Process.Start(null!); }"),
        ]));

    [Fact]
    public void A_warning_silenced_without_a_reason_is_seen() =>
        Assert.Equal(
            ["a.cs:1"],
            SilencedWithoutReason(
            [
                new("a.cs", "#pragma warning disable CA1\nclass A;\n#pragma warning restore CA1\n#pragma warning disable CA2 // It has one.\nclass B;"),
            ]));

    private static IEnumerable<string> BrokenIn(IEnumerable<Source> sources) =>
        from source in sources
        from access in source.Find<MemberAccessExpressionSyntax>()
        from habit in Forbidden
        where habit.Is(access) && !habit.Allowed(source)
        select $"{source.At(access)}: {access} ({habit.Because})";

    private static IEnumerable<string> SilencedWithoutReason(IEnumerable<Source> sources) =>
        from source in sources
        from silenced in source.Silenced
        where !silenced.HasReason
        select $"{source.Path}:{silenced.Line}";

    /// <summary>A member access that is forbidden: of this type, of this name, or both.</summary>
    private sealed record Habit(string? Type, string? Member, string Because, Func<Source, bool>? Unless = null)
    {
        public string Sample => $"class A {{ object B() => {Type ?? "thing"}.{Member ?? "Anything"}; }}";

        public bool Allowed(Source source) => Unless?.Invoke(source) ?? false;

        public bool Is(MemberAccessExpressionSyntax access) =>
            (Type is null || access.Expression.ToString().Split('.')[^1] == Type) && (Member is null || access.Name.Identifier.Text == Member);
    }
}
