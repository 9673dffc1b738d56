namespace Pimms.Kernel;

/// <summary>A page whose form takes several files in one sending; each of them still within <see cref="DocumentIntake.MostBytes"/>. Others take one.</summary>
/// <param name="most">The most files that may come together; the sending may be as long as these.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesFilesAttribute(int most) : Attribute
{
    /// <summary>The most files that may come together.</summary>
    public int Most => most;
}
