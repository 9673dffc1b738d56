using Pimms.Referrals;

namespace Pimms.UnitTests;

public sealed class HoldReferralTests
{
    private readonly HoldReferralValidator validator = new(TimeProvider.System);

    [Fact]
    public void Asks_for_the_day_of_resuming()
    {
        var error = Assert.Single(validator.Validate(new HoldReferral(Guid.NewGuid(), 1, HoldReason.AwaitingThirdParty, "En attente du bailleur.", null)).Errors);
        Assert.Equal("Hold.ResumeOnMissing", error.ErrorMessage);
    }
}
