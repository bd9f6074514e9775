namespace Hale.Images.Dockerfiles;

/// <summary>Tells names that are nearly the same.</summary>
public static class Spelling
{
    /// <summary>True when one letter added, left out, changed, or two beside each other swapped make one name of the other.</summary>
    public static bool IsNear(string left, string right)
    {
        if (left == right || Math.Abs(left.Length - right.Length) > 1)
        {
            return false;
        }

        var same = left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count();
        var (a, b) = (left[same..], right[same..]);
        return (a.Length > 0 && a[1..] == b)
            || (b.Length > 0 && b[1..] == a)
            || (a.Length > 0 && b.Length > 0 && a[1..] == b[1..])
            || (a.Length > 1 && b.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..]);
    }
}
