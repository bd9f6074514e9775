using Hale.Images.Trust;

namespace Hale.Images.Tests;

/// <summary>How an image is given further authorities.</summary>
public sealed class TrustSpecs
{
    private static readonly AddedAuthority One = new("CN=One", "/one.crt", "11", "-----BEGIN CERTIFICATE-----\none\n-----END CERTIFICATE-----", []);
    private static readonly AddedAuthority Two = new("CN=Two", "/two.crt", "22", "-----BEGIN CERTIFICATE-----\ntwo\n-----END CERTIFICATE-----", []);

    [Fact]
    public void An_image_without_a_shell_is_given_files_alone_and_keeps_its_roots()
    {
        var inside = new ImageInside { BundlePath = "/etc/ssl/certs/ca-certificates.crt", Bundle = "its own roots\n" };
        var text = TrustingImage.Dockerfile("base", inside, [One], "the host's roots");

        Assert.DoesNotContain("RUN", text, StringComparison.Ordinal);
        Assert.Contains("its own roots\n-----BEGIN CERTIFICATE-----\none", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the host's roots", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_without_roots_is_given_this_machines() =>
        Assert.Contains(
            "the host's roots\n-----BEGIN CERTIFICATE-----\none",
            TrustingImage.Dockerfile("base", new ImageInside(), [One], "the host's roots"),
            StringComparison.Ordinal);

    [Fact]
    public void The_user_of_the_image_is_the_last_word()
    {
        var text = TrustingImage.Dockerfile("base", new ImageInside { User = "node", CanUpdate = true }, [One, Two], null);

        Assert.StartsWith("FROM base\nUSER 0\n", text, StringComparison.Ordinal);
        Assert.EndsWith("USER node\n", text, StringComparison.Ordinal);
        Assert.Contains("RUN update-ca-certificates\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_authorities_have_one_key_whatever_their_order()
    {
        Assert.Equal(HostAuthorities.Key([One, Two]), HostAuthorities.Key([Two, One]));
        Assert.NotEqual(HostAuthorities.Key([One]), HostAuthorities.Key([One, Two]));
    }
}
