using Certification.Cli.Terminal;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The command itself ends, so that progress bars are cleared and temporary files go.
    pressed.Cancel = true;
    stop.Cancel();
};
return await CommandHost.RunAsync(args, CommandTerminal.OfProcess(), stop.Token);
