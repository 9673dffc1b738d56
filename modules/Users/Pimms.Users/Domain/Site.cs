namespace Pimms.Users;

/// <summary>A desk of the association, with its regular hours elsewhere.</summary>
internal sealed class Site : Aggregate
{
    private readonly List<OutreachPost> posts = [];

    private Site()
    {
    }

    public Site(Guid id, string name) => (Id, Name) = (id, name);

    public string Name { get; private set; } = "";

    public IReadOnlyList<OutreachPost> Posts => posts;

    public Site With(OutreachPost post)
    {
        posts.Add(post);
        return this;
    }
}
