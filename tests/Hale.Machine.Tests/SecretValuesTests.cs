using Hale.Machine.Environments;

namespace Hale.Machine.Tests;

/// <summary>Which names speak of a secret.</summary>
public sealed class SecretValuesTests
{
    [Theory]
    [InlineData("KEY", true)]
    [InlineData("api_key", true)]
    [InlineData("MYKEY", true)]
    [InlineData("StripeKey", true)]
    [InlineData("ENCRYPTIONKEY", true)]
    [InlineData("KEYBOARD", false)]
    [InlineData("KEY_PATH", false)]
    [InlineData("PUBLIC_KEY", false)]
    [InlineData("PUBLICKEY", false)]
    [InlineData("PubKey", false)]
    [InlineData("VAPID_PUBLIC_KEY", false)]
    [InlineData("NEXT_PUBLIC_API_KEY", true)]
    public void A_key_counts_unless_it_is_public(string name, bool isSecret) => Assert.Equal(isSecret, SecretValues.IsNamed(name));
}
