using Hale.Compose.Models;
using Hale.Compose.Overlays;
using Hale.Kernel.Stacks;

namespace Hale.Compose.Tests;

/// <summary>What a project may say of certificates.</summary>
public sealed class CertificateWishTests
{
    [Fact]
    public void Labels_and_settings_are_read_as_they_are_written()
    {
        const string Model = """
            {"name": "p",
             "services": {"web": {"image": "x", "labels": {"hale.certificates": "/etc/nginx/certs", "hale.certificate.fingerprint": "ab"}}, "api": {"image": "x"}},
             "x-hale": {"certificates": {"hosts": ["Notes.test", "*.notes.test", "::1", "db"], "mounts": {"api": "/certs"}, "trust": ["api"]}}}
            """;

        Assert.Null(SettingsReader.Objection(Model));
        var stack = StackReader.Read(Model);
        Assert.Equal(("/etc/nginx/certs", "ab", null), (stack.Find("web")!.CertificatesAt, stack.Find("web")!.CertificateFingerprint, stack.Find("api")!.CertificatesAt));
        Assert.Equal(["notes.test", "*.notes.test", "::1", "db"], stack.Settings.Certificates!.Hosts);
        Assert.Equal("/certs", stack.Settings.Certificates.Mounts["api"]);
        Assert.Equal(["api"], stack.Settings.Certificates.Trust);
    }

    [Fact]
    public void A_project_that_says_nothing_of_them_wants_none_and_an_empty_section_wants_one()
    {
        Assert.Null(StackReader.Read("""{"name": "p", "services": {}, "x-hale": {"mirrors": []} }""").Settings.Certificates);
        Assert.NotNull(StackReader.Read("""{"name": "p", "services": {}, "x-hale": {"certificates": {}} }""").Settings.Certificates);
    }

    [Theory]
    [InlineData("[]", "", "x-hale.certificates must be a mapping; it may have hosts, mounts, trust")]
    [InlineData("""{"host": []}""", ".host", "x-hale.certificates has the key 'host'; allowed are hosts, mounts, trust")]
    [InlineData("""{"hosts": "a"}""", ".hosts", "x-hale.certificates.hosts must be a list of host names, such as notes.test")]
    [InlineData("""{"hosts": ["a", "a b"]}""", ".hosts.1", "x-hale.certificates.hosts[1] is 'a b'; it must be a host name such as notes.test, one with a star in front such as *.notes.test, or an address")]
    [InlineData("""{"hosts": [5]}""", ".hosts.0", "x-hale.certificates.hosts[0] is '5'; it must be a host name such as notes.test, one with a star in front such as *.notes.test, or an address")]
    [InlineData("""{"hosts": ["a.*.b"]}""", ".hosts.0", "x-hale.certificates.hosts[0] is 'a.*.b'; it must be a host name such as notes.test, one with a star in front such as *.notes.test, or an address")]
    [InlineData("""{"hosts": ["300.1.1.1"]}""", ".hosts.0", "x-hale.certificates.hosts[0] is '300.1.1.1'; it must be a host name such as notes.test, one with a star in front such as *.notes.test, or an address")]
    [InlineData("""{"mounts": ["web"]}""", ".mounts", "x-hale.certificates.mounts must be a mapping from services to folders in their containers, such as web: /etc/nginx/certs")]
    [InlineData("""{"mounts": {"nobody": "/a"}}""", ".mounts.nobody", "x-hale.certificates.mounts names the service 'nobody', which there is not; a service of a profile takes the label hale.certificates")]
    [InlineData("""{"mounts": {"web": "certs"}}""", ".mounts.web", "x-hale.certificates.mounts.web is 'certs'; it must be a folder in the container from its top, without colons, such as /etc/nginx/certs")]
    [InlineData("""{"mounts": {"web": "/"}}""", ".mounts.web", "x-hale.certificates.mounts.web is '/'; it must be a folder in the container from its top, without colons, such as /etc/nginx/certs")]
    [InlineData("""{"mounts": {"web": "/a/../b"}}""", ".mounts.web", "x-hale.certificates.mounts.web is '/a/../b'; it must be a folder in the container from its top, without colons, such as /etc/nginx/certs")]
    [InlineData("""{"trust": "web"}""", ".trust", "x-hale.certificates.trust must be a list of services")]
    [InlineData("""{"trust": ["web", "nobody"]}""", ".trust.1", "x-hale.certificates.trust[1] names the service 'nobody', which there is not")]
    public void What_cannot_be_meant_is_told_with_where_it_stands_and_what_is_allowed(string section, string below, string says) =>
        Assert.Equal(
            ("x-hale.certificates" + below, says),
            SettingsReader.Objection($$"""{"name": "p", "services": {"web": {"image": "x"} }, "x-hale": {"certificates": {{section}}} }"""));

    [Fact]
    public void More_hosts_than_a_certificate_bears_are_told_with_the_limit()
    {
        Assert.Null(SettingsReader.Objection(With(100)));
        Assert.Equal(("x-hale.certificates.hosts", "x-hale.certificates.hosts has 101 entries; a certificate is for at most 100"), SettingsReader.Objection(With(101)));

        static string With(int hosts) =>
            $$"""{"name": "p", "services": {}, "x-hale": {"certificates": {"hosts": [{{string.Join(", ", Enumerable.Range(1, hosts).Select(number => $"\"h{number}.test\""))}}] } } }""";
    }

    [Theory]
    [InlineData("certs")]
    [InlineData("/etc:/certs")]
    public void A_label_that_is_no_folder_is_told(string folder) =>
        Assert.Equal(
            ("services.web.labels.hale.certificates", $"the label hale.certificates of 'web' is '{folder}'; it must be a folder in the container from its top, without colons, such as /etc/nginx/certs"),
            SettingsReader.Objection($$"""{"name": "p", "services": {"web": {"image": "x", "labels": {"hale.certificates": "{{folder}}"} } } }"""));

    [Fact]
    public void Several_lines_that_add_to_one_list_stand_beside_each_other_and_each_is_replaced_by_its_own_next()
    {
        var line = new OverlayLine { Service = "web", Path = ["volumes"], Values = ["/a:/a"], IsList = true, Because = "one", Fault = "test" };
        var other = line with { Values = ["/b:/b"], Because = "two", Part = "certificates" };

        var overlay = Overlay.Empty.With([line, other]).With([other with { Values = ["/c:/c"] }]);

        Assert.Equal(2, overlay.Lines.Count);
        Assert.EndsWith(
            """
                # one (test)
                # two (test)
                "volumes":
                  - "/a:/a"
                  - "/c:/c"

            """.ReplaceLineEndings("\n"),
            OverlayYaml.Write(overlay),
            StringComparison.Ordinal);
    }
}
