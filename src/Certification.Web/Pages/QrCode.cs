using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Certification.Web.Pages;

/// <summary>QR codes (ISO/IEC 18004) as SVG that stands in the page itself: no script, no second request.</summary>
internal static class QrCode
{
    /// <summary>The picture, black on white, with its quiet zone, as large as what it stands in.</summary>
    /// <param name="text">An address; level M survives a fold or a stain over a seventh of the code.</param>
    public static MarkupString Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return new(picture.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
