namespace Hale.Images.StandIns;

/// <summary>The labels by which an image says of itself that it is a stand-in.</summary>
public static class StandInLabels
{
    public const string For = "hale.stand-in.for";
    public const string Packages = "hale.stand-in.packages";
    public const string Suite = "hale.stand-in.suite";
}
