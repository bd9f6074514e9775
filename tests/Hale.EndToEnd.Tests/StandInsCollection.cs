namespace Hale.EndToEnd.Tests;

/// <summary>Tests that need real base images run one after another: the first of them may have to make the stand-ins.</summary>
[CollectionDefinition(Name)]
public sealed class StandInsCollection
{
    public const string Name = "base images";
}
