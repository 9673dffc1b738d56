using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Pimms.Partners;

internal static class PartnersApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/partners", (string? cursor, [Range(1, 100)] int? limit, HttpContext http) => http.Answer(new PartnerNames(cursor, limit)))
            .Needs(PartnersPermissions.Read).Produces<PartnerNamesPage>();
        api.MapGet("/partners/{id:guid}", (Guid id, HttpContext http) => http.Answer(new PartnerForms(id)))
            .Needs(PartnersPermissions.Read).Produces<PartnerResource>();
    }
}
