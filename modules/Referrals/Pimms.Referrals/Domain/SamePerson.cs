namespace Pimms.Referrals;

/// <summary>Whether two desks speak of the same person, as far as name and birth date tell. A word of caution, never proof.</summary>
internal static class SamePerson
{
    /// <summary>
    /// With the same birth date, names that agree but for a slip of the pen are the same person, and a shared given name may be (one knows the
    /// birth name, the other the married one). Where one side lacks the date, the whole name has to agree, and it only may be. Two dates that differ are two people.
    /// </summary>
    public static Likeness Compare(Beneficiary one, Beneficiary other)
    {
        if (one.BirthDate is not null && other.BirthDate is not null && one.BirthDate != other.BirthDate)
            return Likeness.Different;

        var (name, otherName) = (PersonName.Of(one.FamilyName, one.GivenName), PersonName.Of(other.FamilyName, other.GivenName));
        if (one.BirthDate is null || other.BirthDate is null)
            return Agree(name, otherName, Exactly) ? Likeness.Possible : Likeness.Different;
        if (Agree(name, otherName, Nearly))
            return Likeness.Same;
        return WithinEachOther(name.Given, otherName.Given, Nearly) ? Likeness.Possible : Likeness.Different;
    }

    private static bool Agree(PersonName one, PersonName other, Func<string, string, bool> alike)
    {
        var (words, others) = (one.All, other.All);
        // A single word in common is no agreement, even when one side knows no other.
        if (Math.Min(words.Count, others.Count) >= 2 && WithinEachOther(words, others, alike))
            return true;
        return (one.FamilyAsOneWord.Any(family => other.FamilyAsOneWord.Any(otherFamily => alike(family, otherFamily))) && alike(one.Joined.Given, other.Joined.Given))
            || (alike(one.Joined.Family, other.Joined.Given) && alike(one.Joined.Given, other.Joined.Family));
    }

    /// <summary>Every word of the shorter list has a partner of its own in the longer one.</summary>
    private static bool WithinEachOther(IReadOnlyList<string> one, IReadOnlyList<string> other, Func<string, string, bool> alike)
    {
        var (few, many) = one.Count <= other.Count ? (one, other) : (other, one);
        var taken = new int[many.Count];
        Array.Fill(taken, -1);
        return few.Count > 0 && Enumerable.Range(0, few.Count).All(word => Find(word, new bool[many.Count]));

        bool Find(int word, bool[] tried)
        {
            for (var place = 0; place < many.Count; place++)
            {
                if (tried[place] || !alike(few[word], many[place]))
                    continue;
                tried[place] = true;
                if (taken[place] < 0 || Find(taken[place], tried))
                {
                    taken[place] = word;
                    return true;
                }
            }
            return false;
        }
    }

    private static bool Exactly(string one, string other) => one == other;

    /// <summary>One slip in a word of five letters or more, two in one of nine; short names differ by a single letter as a rule.</summary>
    private static bool Nearly(string one, string other) =>
        one == other || Math.Min(one.Length, other.Length) switch
        {
            < 5 => false,
            < 9 => Slips.Between(one, other) <= 1,
            _ => Slips.Between(one, other) <= 2,
        };
}

internal enum Likeness
{
    Different,

    /// <summary>May be: the birth date is missing on one side, or only the given name agrees.</summary>
    Possible,

    Same,
}
