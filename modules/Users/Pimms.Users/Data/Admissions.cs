namespace Pimms.Users;

/// <summary>Lets what somebody may do be asked anew at the next request, of the person and of whoever stands in for it, or would have.</summary>
internal sealed class Admissions(UsersDbContext db, DatabaseSession session, AdmissionCache admitted)
{
    public async Task AskAnew(Person person, CancellationToken ct)
    {
        var subjects = await (
            from absence in db.Absences
            where absence.PersonId == person.Id && absence.EndedAt == null
            join replacement in db.People on absence.ReplacementId equals replacement.Id
            select replacement.Subject).ToListAsync(ct);
        session.AfterCommit(() =>
        {
            foreach (var subject in subjects.Append(person.Subject).OfType<string>())
                admitted.Forget(subject);
        });
    }
}
