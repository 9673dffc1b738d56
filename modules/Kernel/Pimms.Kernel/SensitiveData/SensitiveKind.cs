namespace Pimms.Kernel;

/// <summary>Numbers that harm a person when they lie about in texts.</summary>
public enum SensitiveKind
{
    /// <summary>French social-security number: 13 characters, or 15 with its key.</summary>
    Nir,

    /// <summary>Bank account, with its country and check digits.</summary>
    Iban,

    /// <summary>Payment card.</summary>
    PaymentCard,

    /// <summary>French bank account without its country: bank, branch, account, key.</summary>
    Rib,
}
