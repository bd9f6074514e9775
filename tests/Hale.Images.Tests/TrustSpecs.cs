using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hale.Images.Trust;
using Hale.Kernel.Faults;
using Hale.Kernel.Stacks;

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
    public async Task A_container_is_given_the_authority_of_the_project_s_own_certificate_beside_this_machines()
    {
        Assert.SkipUnless(HostAuthorities.Bundle() is not null, "this machine has no bundle of authorities");
        var project = new Project { Directory = Directory.CreateTempSubdirectory("hale-trust-").FullName };
        var hand = new ContainerTrustHand(project, new HostAuthorities([], _ => null));
        var act = new TrustInContainer("api", "it is to trust it");
        Assert.False((await hand.DoAsync(act, _ => { }, TestContext.Current.CancellationToken)).Done);

        Directory.CreateDirectory(project.CertificateFolder);
        await File.WriteAllTextAsync(project.AuthorityFile, One.Pem + "\n", TestContext.Current.CancellationToken);
        var receipt = await hand.DoAsync(act, _ => { }, TestContext.Current.CancellationToken);

        Assert.True(receipt.Done, receipt.Says);
        Assert.Contains(One.Pem, await File.ReadAllTextAsync(project.TrustBundle, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(receipt.Overlay, line => line.Path is ["volumes"] && line.Part == "trust");
        Directory.Delete(project.Directory, recursive: true);
    }

    [Fact]
    public async Task Hale_s_own_authority_is_none_that_somebody_added_to_this_machine()
    {
        var folder = Directory.CreateTempSubdirectory("hale-trust-").FullName;
        foreach (var name in (string[])["hale-authority-0123abcd.crt", "company.crt"])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), ARealCertificate(name), TestContext.Current.CancellationToken);
        }

        Assert.Equal(["CN=company.crt"], new HostAuthorities([folder], _ => null).Read().Known!.Select(added => added.Subject));
        Directory.Delete(folder, recursive: true);
    }

    private static string ARealCertificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        return made.ExportCertificatePem();
    }

    [Fact]
    public void The_same_authorities_have_one_key_whatever_their_order()
    {
        Assert.Equal(HostAuthorities.Key([One, Two]), HostAuthorities.Key([Two, One]));
        Assert.NotEqual(HostAuthorities.Key([One]), HostAuthorities.Key([One, Two]));
    }
}
