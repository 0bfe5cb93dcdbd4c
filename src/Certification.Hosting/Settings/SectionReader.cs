using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Certification.Hosting.Settings;

/// <summary>Binds a section of the configuration to its options class and validates it by the class's annotations. This
/// happens while the host is put together, because storage and keys are opened then: before anything is touched.</summary>
public static class SectionReader
{
    /// <summary>Reads a section. Blanks around values are dropped, and a blank value counts as not set.</summary>
    /// <typeparam name="T">A class whose properties are the section's settings, with their defaults.</typeparam>
    /// <exception cref="SettingsException">The first setting that is unknown, missing or does not fit, by its key.</exception>
    public static T Read<T>(this IConfiguration configuration, string name) where T : class, new()
    {
        var section = configuration.GetSection(name);
        var given = section.GetChildren().Where(setting => !string.IsNullOrWhiteSpace(setting.Value) || setting.GetChildren().Any());
        var values = given.ToDictionary(setting => Property<T>(name, setting).Name, setting => setting.Value?.Trim());
        foreach (var (property, value) in values) CheckReadable(name, typeof(T).GetProperty(property)!, value);

        var options = new OptionsFactory<T>(
            [new ConfigureOptions<T>(new ConfigurationBuilder().AddInMemoryCollection(values).Build().Bind)], []).Create(Options.DefaultName);
        var problems = new List<ValidationResult>();
        if (Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true)) return options;
        var first = problems[0];
        throw new SettingsException($"{name}:{first.MemberNames.First()}", first.ErrorMessage!);
    }

    // A misspelt key would silently leave a default in force.
    private static PropertyInfo Property<T>(string name, IConfigurationSection setting) =>
        typeof(T).GetProperty(setting.Key, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance)
            ?? throw new SettingsException(
                $"{name}:{setting.Key}",
                $"there is no such setting; {name} has {string.Join(", ", typeof(T).GetProperties().Select(property => property.Name))}");

    private static void CheckReadable(string name, PropertyInfo property, string? value)
    {
        if (value is not null && TypeDescriptor.GetConverter(property.PropertyType).IsValid(value)) return;
        var wanted = property.GetCustomAttribute<RangeAttribute>()?.FormatErrorMessage(property.Name) ?? "it has settings below it, and takes none";
        throw new SettingsException($"{name}:{property.Name}", wanted);
    }
}
