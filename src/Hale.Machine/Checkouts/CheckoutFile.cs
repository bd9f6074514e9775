using System.Text.Json;
using System.Text.Json.Serialization;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;
using Hale.Machine.Projects;

namespace Hale.Machine.Checkouts;

/// <summary>The name that this checkout goes by, in <c>.hale/checkout.json</c>. Where that is lost, the list of checkouts knows a name that Hale gave.</summary>
public sealed class CheckoutFile(Project project, IStateFolder folder, CheckoutList list)
{
    /// <summary>The longest note that is read.</summary>
    public const int MostBytes = 64 << 10;

    /// <summary>The note's path.</summary>
    public string Path => folder.PathOf(CheckoutNote.FileName);

    /// <summary>How long the note is; zero where there is none.</summary>
    public long Bytes => new FileInfo(Path) is { Exists: true } there ? there.Length : 0;

    /// <summary>What it would be, in the place of what is noted.</summary>
    private OwnName? Assumed { get; init; }

    /// <summary>True once it was brought up: then the name is its own.</summary>
    public bool IsNoted => InFile() is not null;

    /// <summary>What tells this checkout from any other one; null before it was brought up.</summary>
    public string? Id => InFile()?.Id;

    /// <summary>
    /// The name that Compose is to be given: one that Hale gave, or the project's own as it was before the folder was moved. Null where
    /// Compose finds the name itself, and where the file came along with a copy of another checkout, which is still there and goes by it.
    /// </summary>
    public string? Given() => Read() is { } own && (own.Other is not null || own.Stays || !IsHere(own)) ? own.Name : null;

    /// <summary>This checkout as it would be under another name, with nothing written.</summary>
    public CheckoutFile As(string name, string other) => new(project, folder, list) { Assumed = new OwnName(name, project.Directory, other) };

    /// <summary>What to note of this checkout, now that it goes by a name. The project's own name is kept when the folder moves.</summary>
    /// <param name="claim">The name and the id that it got.</param>
    public void Note(CheckoutClaim claim)
    {
        var before = InFile();
        var own = before?.Name == claim.Name
            ? before with { Id = claim.Id, Folder = project.Directory, From = IsHere(before) ? before.From : before.Folder, Stays = before.Stays || !IsHere(before) }
            : new OwnName(claim.Name, project.Directory, claim.First) { Id = claim.Id };
        if (own != before)
        {
            folder.Write(CheckoutNote.FileName, JsonSerializer.Serialize(own, CheckoutJson.Default.OwnName) + "\n");
        }
    }

    public CheckoutFacts Facts() => Read() is { Other: { } other } own ? new CheckoutFacts { OwnName = own.Name, Other = other } : new CheckoutFacts();

    /// <summary>The folder of the other checkout that has what Compose made under this one's name; null when it is this one's.</summary>
    /// <param name="made">The folder that Compose's label names.</param>
    /// <param name="files">The Compose files that its label names, separated by commas.</param>
    public string? OwnerOf(string made, string files)
    {
        if (SamePlace.IsElsewhere(project.Directory, made, files))
        {
            return WasIn(made) ? null : made;
        }

        return InFile() is null ? MovedFrom(made) : null;
    }

    // Where the checkout is by now that made it.
    private string? MovedFrom(string made) =>
        list.Read().Where(one => one.Folder == made).Select(Whereabouts.Of).FirstOrDefault(now => now is not null && !SamePlace.Is(now, project.Directory));

    // Made before this folder was moved, and not by what is there now.
    private bool WasIn(string made) => InFile() is { } own && (own.Folder == made || own.From == made) && CheckoutNote.Of(made)?.Name != own.Name;

    private OwnName? Read() => Assumed ?? InFile() ?? list.Read().Where(one => one.Folder == project.Directory && one.Other is not null && Whereabouts.Of(one) == one.Folder)
        .OrderByDescending(one => one.LastUp).Select(one => new OwnName(one.Name, one.Folder, one.Other)).FirstOrDefault();

    private bool IsHere(OwnName own) => SamePlace.Is(own.Folder, project.Directory);

    private OwnName? InFile() => CheckoutNote.Of(project.Directory) is { } own && !IsCopy(own) ? own : null;

    // Of two with one id, the one in the folder that the list names has it.
    private bool IsCopy(OwnName own)
    {
        // There may be hundreds, and to look where a path leads takes longer than to read them all.
        var known = own.Id is null ? [] : list.Read().Where(one => (one.Id == own.Id || one.Name == own.Name) && !SamePlace.Is(one.Folder, project.Directory)).ToList();
        if (known.Exists(one => one.Id == own.Id && CheckoutNote.Of(one.Folder)?.Id == own.Id))
        {
            return true;
        }

        if (IsHere(own))
        {
            return false;
        }

        // A folder that is moved stays the same one, and a copy is another: the one that it is of may have been moved since.
        if (known.Find(one => one.Id == own.Id) is { Mark: { } mark } first && FileState.MarkOf(project.Directory) is { } now && now != mark && Whereabouts.Of(first) is { } place && !SamePlace.Is(place, project.Directory))
        {
            return true;
        }

        // Moved, unless the folder that it says it is in has it still, or another checkout has got the name meanwhile.
        return known.Exists(one => one.Name == own.Name && CheckoutNote.Of(one.Folder) is { } other && other.Name == own.Name && other.Id == one.Id)
            || (Directory.Exists(own.Folder) && (CheckoutNote.Of(own.Folder) is { } there
                ? there.Id is null || own.Id is null ? there.Name == own.Name : there.Id == own.Id
                : own.Id is null || known.Exists(one => one.Id == own.Id && one.Folder == own.Folder && one.Mark is not null && one.Mark == FileState.MarkOf(one.Folder))));
    }
}

/// <summary>How checkouts are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OwnName))]
[JsonSerializable(typeof(IReadOnlyList<KnownCheckout>))]
internal sealed partial class CheckoutJson : JsonSerializerContext;
