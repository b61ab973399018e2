using FamilyReunite.Cli;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return await ReuniteCommand.Create().Parse(args).InvokeAsync();
