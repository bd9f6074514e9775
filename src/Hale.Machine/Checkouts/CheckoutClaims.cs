using System.Globalization;
using System.Text;
using Hale.Machine.Processes;
using Hale.Machine.Projects;

namespace Hale.Machine.Checkouts;

/// <summary>Gives each checkout a name that no other one has, and keeps two that start at the same time from publishing one port.</summary>
public sealed class CheckoutClaims(CheckoutList list, TimeProvider clock)
{
    /// <summary>Those of the ports that other checkouts are about to publish, each with what is free in its place.</summary>
    public IReadOnlyList<TakenPort> Taken(string folder, IReadOnlyCollection<int> ports) => TakenOf(ports, [.. list.Read().Where(one => !IsIn(one, folder))]);

    /// <summary>The name that a checkout would get now, and the folder of the one that has the name wished for; null when nobody has it.</summary>
    public (string Name, string? Other) NameOf(CheckoutWish wish)
    {
        var known = list.Read();
        return NameFor(wish, known, Others(known, wish));
    }

    /// <summary>Claims a name and ports for a checkout; what it claimed before is given back.</summary>
    /// <param name="wish">What it would have.</param>
    /// <param name="stop">Breaks off.</param>
    /// <exception cref="IOException">The list of checkouts cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of a right.</exception>
    public Task<CheckoutClaim> ClaimAsync(CheckoutWish wish, CancellationToken stop) => list.ChangeAsync(known => Give(known, wish), stop);

    // Most that are known are gone, and what is gone is not this one.
    private static bool IsIn(KnownCheckout one, string folder) => one.Folder == folder || (Directory.Exists(one.Folder) && SamePlace.Is(one.Folder, folder));

    private static List<KnownCheckout> Others(IReadOnlyList<KnownCheckout> known, CheckoutWish wish) => [.. known.Where(one => !IsMine(one, wish))];

    // Where a folder has lost what tells it, it is the one that the list names unless that one is elsewhere.
    private static bool IsMine(KnownCheckout one, CheckoutWish wish) =>
        wish.Id is not null && one.Id is not null ? one.Id == wish.Id : IsIn(one, wish.Folder) && Whereabouts.Of(one) == one.Folder;

    private (IReadOnlyList<KnownCheckout> List, CheckoutClaim Claim) Give(IReadOnlyList<KnownCheckout> known, CheckoutWish wish)
    {
        var others = Others(known, wish);
        var own = known.Except(others).OrderByDescending(one => one.LastUp).ToList();
        var (name, other) = NameFor(wish, known, others);
        var taken = TakenOf(wish.Ports, others);
        var ports = wish.Ports.Select(port => taken.Find(one => one.Port == port)?.Instead ?? port).ToList();
        var mine = new KnownCheckout(wish.Folder, name)
        {
            Id = wish.Id ?? own.Find(one => one.Id is not null)?.Id ?? Guid.NewGuid().ToString("N"),
            Mark = FileState.MarkOf(wish.Folder),
            Other = other ?? own.Find(one => one.Name == name)?.Other,
            LastUp = clock.GetUtcNow(),
            Ports = ports,
            Pid = Environment.ProcessId,
            Started = StartTime.Of(Environment.ProcessId),
        };
        var before = wish.Id is null ? others.Where(one => IsIn(one, wish.Folder)).OrderByDescending(one => one.LastUp).FirstOrDefault() : null;

        // One that is gone has left the name, and what is called by it, to this one.
        var left = from one in others
                   let now = one.Name == name || one.Name == wish.Name || one == before ? Whereabouts.Of(one) : one.Folder
                   where one.Name != name || now is not null
                   select one with { Folder = now ?? one.Folder };

        // Under a name that was given on the command line a folder may hold several stacks.
        return ([.. left, .. own.Where(one => one.Name != name && !wish.MayRename), mine], new CheckoutClaim(name, other, taken) { Id = mine.Id, First = mine.Other, Before = before?.Name });
    }

    private static (string Name, string? Other) NameFor(CheckoutWish wish, IReadOnlyList<KnownCheckout> known, List<KnownCheckout> others)
    {
        if (!wish.MayRename)
        {
            return (wish.Name, null);
        }

        var isMine = known.Except(others).Any(one => one.Name == wish.Name);
        var holder = wish.Strangers is [var stranger, ..] ? stranger : isMine ? null : others.Where(one => one.Name == wish.Name).Select(Whereabouts.Of).FirstOrDefault(folder => folder is not null);
        if (holder is null)
        {
            return (wish.Name, null);
        }

        // A name of a checkout that is gone stays its own: its volumes may still be there.
        var used = others.Select(one => one.Name).Append(wish.Name).ToHashSet();
        return (Candidates(wish).First(name => !used.Contains(name)), holder);
    }

    // shop in ~/work/shop-login: shop-login; in ~/work/login: shop-login; in ~/other/shop: shop-2
    private static IEnumerable<string> Candidates(CheckoutWish wish)
    {
        var folder = Plain(Path.GetFileName(wish.Folder));
        if (folder.Length > 0 && folder != wish.Name)
        {
            yield return folder.StartsWith(wish.Name + "-", StringComparison.Ordinal) ? folder : $"{wish.Name}-{folder}";
        }

        for (var number = 2; ; number++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{wish.Name}-{number}");
        }
    }

    // What Compose allows in a project name.
    private static string Plain(string folder)
    {
        var plain = new StringBuilder();
        foreach (var letter in folder.ToLowerInvariant())
        {
            plain.Append(char.IsAsciiLetterOrDigit(letter) || letter is '_' ? letter : plain.Length > 0 && plain[^1] != '-' ? '-' : "");
        }

        return plain.ToString().Trim('-');
    }

    private static List<TakenPort> TakenOf(IReadOnlyCollection<int> ports, List<KnownCheckout> others)
    {
        var reserved = new Dictionary<int, string>();
        foreach (var other in others.Where(one => one.Ports.Count > 0 && one.Started != 0 && Directory.Exists(one.Folder) && StartTime.Of(one.Pid) == one.Started))
        {
            foreach (var port in other.Ports)
            {
                reserved.TryAdd(port, other.Folder);
            }
        }

        var held = ports.Where(reserved.ContainsKey).ToList();
        var instead = HostSockets.FreeInstead(held, ports.Concat(reserved.Keys).ToHashSet());
        return [.. held.Where(instead.ContainsKey).Select(port => new TakenPort(port, reserved[port], instead[port]))];
    }
}

/// <summary>What a checkout would have.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Name">The name that it goes by so far.</param>
/// <param name="MayRename">False when a person gave the name.</param>
/// <param name="Ports">The ports of this machine that it is about to publish.</param>
/// <param name="Strangers">The folders of other checkouts of which the engine has containers under that name.</param>
public sealed record CheckoutWish(string Folder, string Name, bool MayRename, IReadOnlyList<int> Ports, IReadOnlyList<string> Strangers)
{
    /// <summary>What tells it from any other one; null before it was brought up.</summary>
    public string? Id { get; init; }
}

/// <summary>What a checkout got.</summary>
/// <param name="Name">The name that it goes by from now on.</param>
/// <param name="Other">The folder of the checkout that has the name which was wished for; null when that is this one.</param>
/// <param name="Taken">The ports that it did not get.</param>
public sealed record CheckoutClaim(string Name, string? Other, IReadOnlyList<TakenPort> Taken)
{
    /// <summary>What tells it from any other one from now on.</summary>
    public string? Id { get; init; }

    /// <summary>The folder of the checkout that had the project's own name when this one got one of its own; null when it goes by the project's.</summary>
    public string? First { get; init; } = Other;

    /// <summary>The name of another checkout that was in this folder before; null when there was none.</summary>
    public string? Before { get; init; }
}

/// <summary>A port that another checkout is about to publish.</summary>
/// <param name="Port">The port.</param>
/// <param name="Folder">The folder of that checkout.</param>
/// <param name="Instead">A port that nobody publishes or is about to publish.</param>
public sealed record TakenPort(int Port, string Folder, int Instead);
