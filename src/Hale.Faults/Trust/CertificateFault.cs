using System.Text.RegularExpressions;
using Hale.Faults.Shapes;
using Hale.Kernel.Faults;

namespace Hale.Faults.Trust;

/// <summary>A program in a build step or a container did not trust who answered it, and said so.</summary>
public abstract class CertificateFault : SaidFault
{
    private const string BaseFact = "base";
    private const string RunsFact = "runs";

    public override Needs Needs => base.Needs | Needs.Images | Needs.Trust | Needs.Model;

    /// <summary>The finding's sentence; null when another fault tells of it.</summary>
    private protected abstract string? Judge(Said said, Match line);

    private protected override Finding? Find(Said said, Match line, Evidence evidence)
    {
        if (Judge(said, line) is not { } says)
        {
            return null;
        }

        // This machine's own authorities help only where it has some of its own.
        var added = evidence.Trust.Known?.Extra.Count > 0;
        var built = evidence.Model.Known?.Stack?.Find(said.Service)?.Build is not null;
        return new Finding(Id, said.Service, says)
        {
            Facts = new Dictionary<string, string>
            {
                [BaseFact] = added ? (evidence.Images.Known?.Images ?? []).FirstOrDefault(image => image.BuiltFromBy.Contains(said.Service) && TlsInspectedBuild.IsBase(image))?.Reference ?? "" : "",
                [RunsFact] = added && !built && said.Container is not null ? said.Service : "",
            },
        };
    }

    public override Remedy Mend(Finding finding) => new()
    {
        Acts = finding.Facts[BaseFact] is { Length: > 0 } image ? [new TrustInImage(image, finding.Says)]
            : finding.Facts[RunsFact] is { Length: > 0 } service ? [new TrustInContainer(service, finding.Says)]
            : [],
        Advice =
        [
            "COPY AUTHORITY.crt /usr/local/share/ca-certificates/ and RUN update-ca-certificates, before that step of the Dockerfile",
            "ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt REQUESTS_CA_BUNDLE=/etc/ssl/certs/ca-certificates.crt   # for Node and Python, which have stores of their own",
        ],
    };
}
