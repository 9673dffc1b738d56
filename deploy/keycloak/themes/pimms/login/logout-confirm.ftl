<#-- Written anew because the order of the keyboard must be that of the page. -->
<#import "template.ftl" as layout>
<#import "buttons.ftl" as buttons>
<@layout.registrationLayout; section>
  <#if section = "header">
    ${msg("logoutConfirmTitle")}
  <#elseif section = "form">
    <p>${msg("logoutConfirmHeader")}</p>
    <form class="${properties.kcFormClass!}" action="${url.logoutConfirmAction}" method="post">
      <input type="hidden" name="session_code" value="${logoutConfirm.code}">
      <@buttons.actionGroup>
        <@buttons.button id="kc-logout" name="confirmLogout" label="doLogout" />
        <#if !logoutConfirm.skipLink && (client.baseUrl)?has_content>
          <@buttons.buttonLink href=client.baseUrl label="backToApplication" />
        </#if>
      </@buttons.actionGroup>
    </form>
  </#if>
</@layout.registrationLayout>
