using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Users;

/// <summary>People on the API, each within the scope in which the caller runs accounts.</summary>
internal static class UsersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", (CurrentUser user) => TypedResults.Ok(new Me(user.Id, user.Name, user.Role!.Value, user.SiteIds, user.PartnerId, user.UnitIds)))
            .Needs(UsersPermissions.ReadOwnProfile);

        api.MapGet("/me/mails", (HttpContext http, CancellationToken _) => http.Answer(new ChosenMails(), MailChoiceResource.For))
            .Needs(UsersPermissions.ReadOwnProfile);

        api.MapPut("/me/mails", (HttpContext http, MailChoiceContent body) =>
            http.AnswerThen(new ChooseMails { Version = http.IfMatch(), Delivery = body.Delivery }, new ChosenMails(), MailChoiceResource.For))
            .Needs(UsersPermissions.ReadOwnProfile);

        api.MapGet("/people", (HttpContext http, [MaxLength(200)] string? q, Role? role, Side? side, bool? active, [Range(1, 100)] int? limit, string? cursor) =>
            http.Answer(new People { Q = q, Role = role, Side = side, Active = active ?? true, Limit = limit ?? 25, After = cursor }, list => new PeopleResource(list.Rows, list.Next)))
            .Needs(UsersPermissions.ReadPeople);

        api.MapPost("/people", (HttpContext http, InvitePerson body) =>
            http.CreatedThen(body, id => new ReadPerson(id), (person, _) => PersonResource.For(person), id => $"/api/v1/people/{id}"))
            .Needs(UsersPermissions.ManagePeople);

        api.MapGet("/people/{id:guid}", (HttpContext http, Guid id) => http.Answer(new ReadPerson(id), PersonResource.For))
            .Needs(UsersPermissions.ReadPeople);

        api.MapPost("/people/{id:guid}/deactivate", (HttpContext http, Guid id, Deactivation? body) => http.AnswerThen(new DeactivatePerson(id, http.IfMatch(), body?.SuccessorId), new ReadPerson(id), PersonResource.For))
            .Needs(UsersPermissions.ManagePeople);

        api.MapPost("/people/{id:guid}/reactivate", (HttpContext http, Guid id) => http.AnswerThen(new ActivatePerson(id, http.IfMatch()), new ReadPerson(id), PersonResource.For))
            .Needs(UsersPermissions.ManagePeople);

        api.MapPost("/people/{id:guid}/resend-invitation", (HttpContext http, Guid id) => http.AnswerThen(new ResendInvitation(id), new ReadPerson(id), PersonResource.For))
            .Needs(UsersPermissions.ManagePeople);

        api.MapGet("/people/{id:guid}/absences", (HttpContext http, Guid id) => http.Answer(new ReadAbsences(id), AbsencesResource.For))
            .Needs(UsersPermissions.ReadPeople);

        api.MapPost("/people/{id:guid}/absences", (HttpContext http, Guid id, AbsenceContent body) =>
            http.CreatedThen(new ReplaceAbsent { PersonId = id, From = body.From, To = body.To, ReplacementId = body.ReplacementId }, absenceId => new ReadAbsence(id, absenceId), (absence, _) => AbsenceResource.For(absence), absenceId => $"/api/v1/people/{id}/absences/{absenceId}"))
            .Needs(UsersPermissions.ManagePeople);

        api.MapGet("/people/{id:guid}/absences/{absenceId:guid}", (HttpContext http, Guid id, Guid absenceId) => http.Answer(new ReadAbsence(id, absenceId), AbsenceResource.For))
            .Needs(UsersPermissions.ReadPeople);

        api.MapDelete("/people/{id:guid}/absences/{absenceId:guid}", (HttpContext http, Guid id, Guid absenceId) => http.Done(new CancelReplacement(id, absenceId, http.IfMatch())))
            .Needs(UsersPermissions.ManagePeople);
    }
}
